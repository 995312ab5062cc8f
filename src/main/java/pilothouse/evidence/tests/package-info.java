/** Reports of test runs: results as JUnit XML, coverage by JaCoCo, Cobertura and LCOV. */
@org.jspecify.annotations.NullMarked
package pilothouse.evidence.tests;
