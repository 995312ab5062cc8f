# Finds a JDK that is new enough. Sourced by ./pilothouse and ./mvnw, so it must live with
# `set -euf` and with any POSIX shell; nothing here starts a program unless it has to.

jdk_wanted=25

# Prints one number that orders versions (25.0.1 -> 25000001), or nothing: no JDK there.
jdk_rank() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  jdk_version=
  if [ -r "$1/release" ]; then
    while IFS='=' read -r jdk_key jdk_value || [ -n "$jdk_key" ]; do
      [ "$jdk_key" != JAVA_VERSION ] || jdk_version=$jdk_value
    done <"$1/release"
  else
    jdk_version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1)
  fi
  jdk_version=${jdk_version#\"}
  jdk_version=${jdk_version%%[!0-9.]*}
  jdk_rest=$jdk_version.0.0.
  jdk_major=${jdk_rest%%.*} jdk_rest=${jdk_rest#*.}
  jdk_minor=${jdk_rest%%.*} jdk_rest=${jdk_rest#*.}
  jdk_patch=${jdk_rest%%.*}
  [ -n "$jdk_major" ] && [ "$jdk_major" -ge "$jdk_wanted" ] || return 0
  printf '%d%03d%03d\n' "$jdk_major" "${jdk_minor:-0}" "${jdk_patch:-0}"
}

# Prints the home of the java on the PATH, or nothing.
jdk_on_path() {
  jdk_java=$(command -v java) || return 0
  jdk_java=$(readlink -f "$jdk_java" 2>/dev/null || printf '%s' "$jdk_java")
  printf '%s\n' "${jdk_java%/bin/java}"
}

# Prints the newest fit JDK of the PATH and the usual folders, or nothing.
jdk_newest() {
  set +f
  jdk_best=0 jdk_found=
  for jdk_home in "$(jdk_on_path)" \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/lib/jvm/* /usr/local/openjdk* /opt/* /opt/*/* \
    "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* "$HOME"/.jdks/* "$HOME"/.jbang/cache/jdks/* \
    "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk* /usr/local/opt/openjdk* /home/linuxbrew/.linuxbrew/opt/openjdk* \
    "/c/Program Files/Java"/* "/c/Program Files/Eclipse Adoptium"/*; do
    jdk_this=$(jdk_rank "$jdk_home")
    if [ -n "$jdk_this" ] && [ "$jdk_this" -gt "$jdk_best" ]; then
      jdk_best=$jdk_this jdk_found=$jdk_home
    fi
  done
  set -f
  printf '%s' "$jdk_found"
}

# Says how to get a JDK on this machine.
jdk_advice() {
  echo "pilothouse: no JDK $jdk_wanted or newer was found (looked at JAVA_HOME, the PATH and the usual folders)."
  [ -z "${JAVA_HOME-}" ] || echo "JAVA_HOME is $JAVA_HOME, which is none."
  echo "Install one, then run the same command again:"
  if [ "$(uname)" = Darwin ]; then
    echo "  brew install openjdk        (or the installer from https://adoptium.net/temurin/releases)"
  elif command -v apt-get >/dev/null 2>&1; then
    echo "  sudo apt-get install openjdk-$jdk_wanted-jdk-headless"
    echo "  where apt does not know that package, Eclipse Temurin's repository has it:"
    echo "  https://adoptium.net/installation/linux  (package temurin-$jdk_wanted-jdk)"
  elif command -v dnf >/dev/null 2>&1; then
    echo "  sudo dnf install java-$jdk_wanted-openjdk-devel"
  elif command -v pacman >/dev/null 2>&1; then
    echo "  sudo pacman -S jdk-openjdk"
  elif command -v apk >/dev/null 2>&1; then
    echo "  apk add openjdk$jdk_wanted"
  else
    echo "  https://adoptium.net/temurin/releases"
  fi
  echo "  or, on any of them, with SDKMAN (https://sdkman.io): sdk install java $jdk_wanted-tem"
  echo "A JDK that is somewhere else is found through JAVA_HOME: export JAVA_HOME=/path/to/jdk"
}

# Sets and exports JAVA_HOME: the one that is set where it is fit, else the newest; 1 when none is.
pick_jdk() {
  if [ -n "${JAVA_HOME-}" ] && [ -n "$(jdk_rank "$JAVA_HOME")" ]; then
    export JAVA_HOME
    return 0
  fi
  jdk_chosen=$(jdk_newest)
  if [ -z "$jdk_chosen" ]; then
    jdk_advice >&2
    return 1
  fi
  JAVA_HOME=$jdk_chosen
  export JAVA_HOME
}
