import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Webhook bodies of the shape and size that GitHub sends: 8 to 25 KB, all different. */
final class Payloads {
  private static final String[] REPOSITORY_LINKS = {
    "forks",
    "keys{/key_id}",
    "collaborators{/collaborator}",
    "teams",
    "hooks",
    "issues/events{/number}",
    "events",
    "assignees{/user}",
    "branches{/branch}",
    "tags",
    "git/blobs{/sha}",
    "git/tags{/sha}",
    "git/refs{/sha}",
    "git/trees{/sha}",
    "statuses/{sha}",
    "languages",
    "stargazers",
    "contributors",
    "subscribers",
    "subscription",
    "commits{/sha}",
    "git/commits{/sha}",
    "comments{/number}",
    "issues/comments{/number}",
    "contents/{+path}",
    "compare/{base}...{head}",
    "merges",
    "{archive_format}{/ref}",
    "downloads",
    "issues{/number}",
    "pulls{/number}",
    "milestones{/number}",
    "notifications{?since,all,participating}",
    "labels{/name}",
    "releases{/id}",
    "deployments"
  };
  private static final String[] USER_LINKS = {
    "followers",
    "following{/other_user}",
    "gists{/gist_id}",
    "starred{/owner}{/repo}",
    "subscriptions",
    "orgs",
    "repos",
    "events{/privacy}",
    "received_events"
  };
  private final Random random = new Random(20_261_121);

  /** One body with the name of its event. */
  record Payload(String event, byte[] body) {}

  List<Payload> some(int count) {
    List<Payload> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String text =
          switch (i % 3) {
            case 0 -> push(i);
            case 1 -> pull(i);
            default -> run(i);
          };
      String event =
          switch (i % 3) {
            case 0 -> "push";
            case 1 -> "pull_request";
            default -> "workflow_run";
          };
      all.add(new Payload(event, text.getBytes(StandardCharsets.UTF_8)));
    }
    return all;
  }

  private String push(int i) {
    StringBuilder commits = new StringBuilder();
    int many = 2 + random.nextInt(9);
    String head = sha();
    for (int c = 0; c < many; c++) {
      commits.append(c == 0 ? "" : ",").append(commit(c == many - 1 ? head : sha()));
    }
    return """
    {"ref":"refs/heads/main","before":"%s","after":"%s","repository":%s,"pusher":{"name":"dev%d","email":"dev%d@shop.example"},\
    "sender":%s,"created":false,"deleted":false,"forced":false,"base_ref":null,"compare":"https://github.com/acme/shop/compare/x...y",\
    "commits":[%s],"head_commit":%s}\
    """
        .formatted(
            sha(), head, repository(i % 50), i % 40, i % 40, user(i % 40), commits, commit(head));
  }

  private String commit(String sha) {
    return """
    {"id":"%s","tree_id":"%s","distinct":true,"message":"%s","timestamp":"%s","url":"https://github.com/acme/shop/commit/%s",\
    "author":{"name":"Dev","email":"dev@shop.example","username":"dev"},"committer":{"name":"GitHub","email":"noreply@github.example","username":"web-flow"},\
    "added":["%s"],"removed":[],"modified":["%s","%s"]}\
    """
        .formatted(sha, sha(), words(12), at(), sha, path(), path(), path());
  }

  private String pull(int i) {
    String link = "https://api.github.com/repos/acme/shop" + i % 50 + "/pulls/" + i;
    return """
    {"action":"closed","number":%d,"pull_request":{"url":"%s","id":%d,"node_id":"PR_%s","html_url":"%s","diff_url":"%s.diff","patch_url":"%s.patch",\
    "issue_url":"%s","number":%d,"state":"closed","locked":false,"title":"%s","user":%s,"body":"%s","created_at":"%s","updated_at":"%s","closed_at":"%s",\
    "merged_at":"%s","merge_commit_sha":"%s","assignee":null,"assignees":[],"requested_reviewers":[%s],"requested_teams":[],"labels":[],"milestone":null,"draft":false,\
    "commits_url":"%s/commits","review_comments_url":"%s/comments","statuses_url":"%s","head":{"label":"acme:topic","ref":"topic-%d","sha":"%s","user":%s,"repo":%s},\
    "base":{"label":"acme:main","ref":"main","sha":"%s","user":%s,"repo":%s},"author_association":"MEMBER","auto_merge":null,"merged":true,"mergeable":null,\
    "merged_by":%s,"comments":3,"review_comments":2,"maintainer_can_modify":false,"commits":4,"additions":120,"deletions":33,"changed_files":9},\
    "repository":%s,"sender":%s}\
    """
        .formatted(
            i,
            link,
            1_000_000 + i,
            sha(),
            link,
            link,
            link,
            link,
            i,
            words(8),
            user(i % 40),
            words(60),
            at(),
            at(),
            at(),
            at(),
            sha(),
            user(i % 7),
            link,
            link,
            link,
            i,
            sha(),
            user(i % 40),
            repository(i % 50),
            sha(),
            user(99),
            repository(i % 50),
            user(i % 9),
            repository(i % 50),
            user(i % 9));
  }

  private String run(int i) {
    String link = "https://api.github.com/repos/acme/shop" + i % 50 + "/actions/runs/" + i;
    return """
    {"action":"completed","workflow_run":{"id":%d,"name":"build","node_id":"WFR_%s","head_branch":"main","head_sha":"%s","path":".github/workflows/build.yml",\
    "display_title":"%s","run_number":%d,"event":"push","status":"completed","conclusion":"success","workflow_id":77,"check_suite_id":%d,"url":"%s","html_url":"%s",\
    "pull_requests":[],"created_at":"%s","updated_at":"%s","actor":%s,"run_attempt":1,"referenced_workflows":[],"run_started_at":"%s","triggering_actor":%s,\
    "jobs_url":"%s/jobs","logs_url":"%s/logs","head_commit":%s,"repository":%s,"head_repository":%s},\
    "workflow":{"id":77,"node_id":"W_1","name":"build","path":".github/workflows/build.yml","state":"active","created_at":"%s","updated_at":"%s"},\
    "repository":%s,"sender":%s}\
    """
        .formatted(
            5_000_000 + i,
            sha(),
            sha(),
            words(6),
            i,
            9_000_000 + i,
            link,
            link,
            at(),
            at(),
            user(i % 40),
            at(),
            user(i % 40),
            link,
            link,
            commit(sha()),
            repository(i % 50),
            repository(i % 50),
            at(),
            at(),
            repository(i % 50),
            user(i % 40));
  }

  private String repository(int i) {
    String link = "https://api.github.com/repos/acme/shop" + i + "/";
    StringBuilder links = new StringBuilder();
    for (String each : REPOSITORY_LINKS) {
      links
          .append('"')
          .append(each.replaceAll("[^a-z/].*", "").replace('/', '_'))
          .append(links.length())
          .append("_url\":\"")
          .append(link)
          .append(each)
          .append("\",");
    }
    return """
    {"id":%d,"node_id":"R_%s","name":"shop%d","full_name":"acme/shop%d","private":true,"owner":%s,"html_url":"https://github.com/acme/shop%d",\
    "description":"%s","fork":false,"url":"%s",%s"created_at":"%s","updated_at":"%s","pushed_at":"%s","git_url":"git://github.com/acme/shop.git",\
    "size":108,"stargazers_count":0,"watchers_count":0,"language":"Java","has_issues":true,"has_wiki":true,"forks_count":0,"archived":false,"disabled":false,\
    "open_issues_count":2,"license":null,"visibility":"private","forks":0,"watchers":0,"default_branch":"main"}\
    """
        .formatted(300_000 + i, sha(), i, i, user(99), i, words(10), link, links, at(), at(), at());
  }

  private String user(int i) {
    String link = "https://api.github.com/users/dev" + i + "/";
    StringBuilder links = new StringBuilder();
    for (String each : USER_LINKS) {
      links
          .append('"')
          .append(each.replaceAll("[^a-z].*", ""))
          .append("_url\":\"")
          .append(link)
          .append(each)
          .append("\",");
    }
    return """
    {"login":"dev%d","id":%d,"node_id":"U_%s","avatar_url":"https://avatars.example/u/%d?v=4","gravatar_id":"","url":"%s",%s"type":"User","site_admin":false}\
    """
        .formatted(i, 1_000 + i, sha().substring(0, 12), i, link, links);
  }

  private String sha() {
    StringBuilder sha = new StringBuilder(40);
    for (int i = 0; i < 5; i++) {
      sha.append(String.format(Locale.ROOT, "%08x", random.nextInt()));
    }
    return sha.toString();
  }

  private String at() {
    return Instant.ofEpochSecond(1_790_000_000L + random.nextInt(1_000_000)).toString();
  }

  private String path() {
    return "src/main/java/shop/" + words(1) + "/" + words(1) + random.nextInt(99) + ".java";
  }

  private String words(int many) {
    String[] all = {
      "cart", "price", "order", "payment", "stock", "mail", "refund", "login", "search", "basket",
      "invoice", "coupon"
    };
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < many; i++) {
      words.append(i == 0 ? "" : " ").append(all[random.nextInt(all.length)]);
    }
    return words.toString();
  }
}
