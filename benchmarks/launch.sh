# Sourced by compare and jmh: builds what is older than its sources, and finds Java. Sets base, java and classpath.
base=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
dist=$base/benchmarks/target/dist/lib

cannot() {
  echo "$(basename "$0"): $1" >&2
  exit 3
}

# A measurement of yesterday's classes would be none of today's.
stale() { # JAR
  local jar
  jar=$(ls "$@" 2>/dev/null | head -1)
  [ -n "$jar" ] && [ -z "$(find "$base"/pom.xml "$base"/*/pom.xml "$base"/*/src/main -newer "$jar" -type f -print -quit)" ] && return 1
  return 0
}

if stale "$dist"/midex-benchmarks-*.jar || stale "$base"/cli/target/dist/lib/midex-cli-*.jar; then
  command -v mvn >/dev/null || cannot 'building needs Maven 3.8.7 or newer (mvn) on the PATH'
  echo "$(basename "$0"): building ..." >&2
  (cd "$base" && mvn ${MVN_ARGS:-} -q -B -Dstyle.color=never -P benchmarks -pl benchmarks,cli -am \
    -DskipTests -Djacoco.skip=true -Dmidex.quick=true package) </dev/null >&2 || cannot 'the build failed'
fi

java=${JAVA_HOME:+$JAVA_HOME/bin/java}
java=${java:-$(command -v java)} || cannot 'Java 17 or newer is needed: install it, or set JAVA_HOME'
[ -x "$java" ] || cannot "no Java there: $java"
classpath=$(printf '%s:' "$dist"/*.jar)
