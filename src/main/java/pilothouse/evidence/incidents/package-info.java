/** Incidents as monitoring and on-call tools tell them: Alertmanager and PagerDuty. */
@org.jspecify.annotations.NullMarked
package pilothouse.evidence.incidents;
