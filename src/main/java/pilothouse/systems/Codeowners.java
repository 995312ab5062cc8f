package pilothouse.systems;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Who answers for which path, as a CODEOWNERS file says it. In each section the last matching rule
 * wins; the owners of a path are those of all sections. GitHub's files have one section.
 */
public final class Codeowners {
  /** Where the file may lie, in the order in which it is looked for. */
  public static final List<String> LOCATIONS =
      List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS");

  private final List<List<Rule>> sections;
  private final List<Problem> problems;

  Codeowners(List<List<Rule>> sections, List<Problem> problems) {
    this.sections = sections.stream().map(List::copyOf).toList();
    this.problems = List.copyOf(problems);
  }

  /** One line of the file; {@code owners} is empty where it takes the owners away. */
  record Rule(OwnerPattern pattern, List<String> owners) {}

  /** A line, from 1, that could not be read, and why. */
  public record Problem(int line, String says) {}

  /** A file that says nothing. */
  public static Codeowners none() {
    return new Codeowners(List.of(), List.of());
  }

  /**
   * Reads the text.
   *
   * @param location where the file lies: {@code .gitlab/CODEOWNERS}, and sections anywhere, mean
   *     GitLab's rules
   */
  public static Codeowners parse(String text, String location) {
    return new CodeownersText(text, location).read();
  }

  /** The owners as written: {@code @user}, {@code @org/team}, an e-mail; empty when nobody is. */
  public List<String> owners(String path) {
    var owners = new LinkedHashSet<String>();
    for (List<Rule> section : sections) {
      for (int i = section.size() - 1; i >= 0; i--) {
        if (section.get(i).pattern().matches(path)) {
          owners.addAll(section.get(i).owners());
          break;
        }
      }
    }
    return List.copyOf(owners);
  }

  /** The folders that rules name, in the file's order, each with the owners of what lies in it. */
  public SequencedMap<String, List<String>> folders() {
    var folders = new LinkedHashMap<String, List<String>>();
    for (List<Rule> section : sections) {
      for (Rule rule : section) {
        String folder = rule.pattern().folder();
        if (!folder.isEmpty()) {
          folders.put(folder, owners(folder + "/\u0000"));
        }
      }
    }
    return folders;
  }

  /** Each path's owners. */
  public Map<String, List<String>> owners(Iterable<String> paths) {
    var all = new LinkedHashMap<String, List<String>>();
    paths.forEach(path -> all.put(path, owners(path)));
    return all;
  }

  /** What could not be read. */
  public List<Problem> problems() {
    return new ArrayList<>(problems);
  }

  /** Whether no rule was read. */
  public boolean isEmpty() {
    return sections.stream().allMatch(List::isEmpty);
  }
}
