package pilothouse.delivery;

import java.util.List;

/**
 * What delivery knows of a repository.
 *
 * @param systems that live in it, by name
 * @param deployments whether any of them told of a deployment
 * @param incidents whether any of them told of an incident
 */
public record Living(List<String> systems, boolean deployments, boolean incidents) {
  public Living {
    systems = List.copyOf(systems);
  }
}
