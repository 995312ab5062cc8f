/** Serves pages and JSON over HTTP: routes with permissions, safe headers, assets, templates. */
@org.jspecify.annotations.NullMarked
package pilothouse.web;
