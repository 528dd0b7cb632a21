# Builds the web application into dist/web where its sources have changed since. Needs $project.
# Source it: . script/lib/web.sh
. "$project/script/lib/node.sh"

build_web() {
  (
    cd "$project"
    use_node
    stamp=dist/web/.built-from
    wanted=$(find scripts/snippet.ts src/web src/language src/core src/contract package-lock.json -type f -print0 | sort -z | xargs -0 cat | cksum)
    if [ "$(cat $stamp 2>/dev/null)" != "$wanted" ]; then
      echo "setup: building the web application" >&2
      npm run --silent web >&2
      echo "$wanted" >$stamp
    fi
  )
}
