package pilothouse.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Places the nodes of a graph in layers so that few lines cross: lines that pass a layer get a
 * place there, each layer is ordered by where its neighbours stand, to and fro, and the best order
 * stays. The same graph is always placed the same.
 */
final class Layering {
  private static final int ROUNDS = 12;

  /** So many rounds without fewer crossings are enough. */
  private static final int PATIENCE = 4;

  private final int real;
  private final int[] layer;
  private final List<int[]> near = new ArrayList<>();
  private final List<int[]> chains = new ArrayList<>();
  private final List<List<Integer>> order = new ArrayList<>();
  private int[][] below = {};
  private int[][] above = {};
  private int[] rank = {};
  private double[] mean = {};

  /**
   * Nodes from 0 on.
   *
   * @param layers of each node, from 0 on
   * @param edges from a node to one of a layer with a smaller number
   */
  Layering(int[] layers, List<int[]> edges) {
    real = layers.length;
    List<Integer> all = new ArrayList<>(Arrays.stream(layers).boxed().toList());
    for (int[] edge : edges) {
      chains.add(chain(edge[0], edge[1], layers, all));
    }
    layer = all.stream().mapToInt(Integer::intValue).toArray();
    for (int i = 0; i <= Arrays.stream(layer).max().orElse(0); i++) {
      order.add(new ArrayList<>());
    }
    for (int node = 0; node < layer.length; node++) {
      order.get(layer[node]).add(node);
    }
    neighbours();
    arrange();
  }

  private int[] chain(int from, int to, int[] layers, List<Integer> all) {
    List<Integer> chain = new ArrayList<>(List.of(from));
    for (int passed = layers[from] - 1; passed > layers[to]; passed--) {
      chain.add(all.size());
      all.add(passed);
    }
    chain.add(to);
    for (int i = 1; i < chain.size(); i++) {
      near.add(new int[] {chain.get(i - 1), chain.get(i)});
    }
    return chain.stream().mapToInt(Integer::intValue).toArray();
  }

  private void neighbours() {
    List<List<Integer>> up = new ArrayList<>();
    List<List<Integer>> down = new ArrayList<>();
    for (int i = 0; i < layer.length; i++) {
      up.add(new ArrayList<>());
      down.add(new ArrayList<>());
    }
    for (int[] pair : near) {
      up.get(pair[0]).add(pair[1]);
      down.get(pair[1]).add(pair[0]);
    }
    above = arrays(up);
    below = arrays(down);
  }

  private static int[][] arrays(List<List<Integer>> lists) {
    return lists.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  private void arrange() {
    rank = new int[layer.length];
    mean = new double[layer.length];
    order.forEach(this::ranked);
    int[] best = rank.clone();
    long fewest = crossings();
    int idle = 0;
    for (int round = 0; round < ROUNDS && fewest > 0 && idle < PATIENCE; round++) {
      boolean outwards = round % 2 == 0;
      for (int i = 1; i < order.size(); i++) {
        sort(order.get(outwards ? i : order.size() - 1 - i), outwards ? above : below);
      }
      long now = crossings();
      idle = now < fewest ? 0 : idle + 1;
      if (now < fewest) {
        fewest = now;
        best = rank.clone();
      }
    }
    rank = best;
    int[] kept = best;
    order.forEach(nodes -> nodes.sort(Comparator.comparingInt(node -> kept[node])));
  }

  private void ranked(List<Integer> nodes) {
    for (int i = 0; i < nodes.size(); i++) {
      rank[nodes.get(i)] = i;
    }
  }

  private void sort(List<Integer> nodes, int[][] neighbours) {
    for (int node : nodes) {
      mean[node] = mean(neighbours[node], rank[node]);
    }
    nodes.sort((one, other) -> {
      int by = Double.compare(mean[one], mean[other]);
      return by == 0 ? Integer.compare(rank[one], rank[other]) : by;
    });
    ranked(nodes);
  }

  private double mean(int[] others, double alone) {
    double sum = 0;
    for (int other : others) {
      sum += rank[other];
    }
    return others.length == 0 ? alone : sum / others.length;
  }

  /** How often two lines between neighbouring layers cross. */
  long crossings() {
    long crossings = 0;
    for (int i = 1; i < order.size(); i++) {
      crossings += between(order.get(i), order.get(i - 1).size());
    }
    return crossings;
  }

  /** Counts pairs that stand the other way round, with a tree of sums. */
  private long between(List<Integer> nodes, int others) {
    int[] sums = new int[others + 1];
    long crossings = 0;
    int counted = 0;
    for (int node : nodes) {
      int[] places = above[node].clone();
      for (int i = 0; i < places.length; i++) {
        places[i] = rank[places[i]];
      }
      Arrays.sort(places);
      for (int place : places) {
        int before = 0;
        for (int at = place + 1; at > 0; at -= at & -at) {
          before += sums[at];
        }
        crossings += counted - before;
      }
      for (int place : places) {
        for (int at = place + 1; at <= others; at += at & -at) {
          sums[at]++;
        }
        counted++;
      }
    }
    return crossings;
  }

  /**
   * Where each node and each passing line stands in its layer: as near to the middle of its
   * neighbours as the order lets it.
   */
  double[] places() {
    double[] at = new double[layer.length];
    for (List<Integer> nodes : order) {
      spread(nodes, at, node -> (double) rank[node]);
    }
    for (int round = 0; round < ROUNDS; round++) {
      int[][] neighbours = round % 2 == 0 ? above : below;
      for (int i = 0; i < order.size(); i++) {
        spread(
            order.get(round % 2 == 0 ? i : order.size() - 1 - i),
            at,
            node -> middle(neighbours[node], at, node));
      }
    }
    double least = Arrays.stream(at).min().orElse(0);
    return Arrays.stream(at).map(place -> place - least).toArray();
  }

  private static double middle(int[] others, double[] at, int node) {
    double sum = 0;
    for (int other : others) {
      sum += at[other];
    }
    return others.length == 0 ? at[node] : sum / others.length;
  }

  /** Gives each the place that it wishes, with a step between, pushed as little as may be. */
  private static void spread(List<Integer> nodes, double[] at, IntToDoubleFunction wish) {
    int count = nodes.size();
    double[] sum = new double[count];
    int[] size = new int[count];
    int blocks = 0;
    for (int i = 0; i < count; i++) {
      sum[blocks] = wish.applyAsDouble(nodes.get(i)) - i;
      size[blocks++] = 1;
      while (blocks > 1
          && sum[blocks - 2] / size[blocks - 2] > sum[blocks - 1] / size[blocks - 1]) {
        sum[blocks - 2] += sum[blocks - 1];
        size[blocks - 2] += size[blocks - 1];
        blocks--;
      }
    }
    int i = 0;
    for (int block = 0; block < blocks; block++) {
      for (int k = 0; k < size[block]; k++, i++) {
        at[nodes.get(i)] = sum[block] / size[block] + i;
      }
    }
  }

  int layers() {
    return order.size();
  }

  int real() {
    return real;
  }

  /** The nodes and places that a line passes, from its lower end up. */
  int[] chain(int edge) {
    return chains.get(edge);
  }

  int layer(int node) {
    return layer[node];
  }
}
