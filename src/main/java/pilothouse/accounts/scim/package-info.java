/** SCIM 2.0 as directories speak it: filters, changes and the form of resources. */
@NullMarked
package pilothouse.accounts.scim;

import org.jspecify.annotations.NullMarked;
