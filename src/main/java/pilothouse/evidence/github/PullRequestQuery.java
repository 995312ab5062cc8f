package pilothouse.evidence.github;

/** What is asked of each pull request, thirty at a time. */
final class PullRequestQuery {
  static final String TEXT =
      """
      query($owner: String!, $name: String!, $after: String) {
        repository(owner: $owner, name: $name) {
          pullRequests(first: 30, after: $after, orderBy: {field: UPDATED_AT, direction: DESC}) {
            totalCount
            pageInfo { hasNextPage endCursor }
            nodes {
              number title url state isDraft createdAt updatedAt mergedAt closedAt
              headRefName headRefOid baseRefName additions deletions changedFiles
              author { __typename login }
              mergeCommit { oid }
              labels(first: 50) { nodes { name } }
              closingIssuesReferences(first: 10) { nodes { url } }
              commits(first: 100) { totalCount nodes { commit { oid authoredDate } } }
              reviews(first: 50) {
                totalCount
                nodes { url state submittedAt updatedAt author { __typename login } }
              }
              timelineItems(first: 1, itemTypes: [READY_FOR_REVIEW_EVENT, CONVERT_TO_DRAFT_EVENT]) {
                nodes { __typename ... on ReadyForReviewEvent { createdAt } }
              }
            }
          }
        }
      }
      """;

  private PullRequestQuery() {}
}
