# Puts a Node 24 in front of PATH: the machine's own when new enough, else the one that script/setup fetched into .node/.
# Source it: . script/lib/node.sh
node_major() { "$1" -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0; }

use_node() {
  if [ -x "$project/.node/bin/node" ]; then
    PATH="$project/.node/bin:$PATH"
  elif [ "$(node_major node)" -lt 24 ]; then
    echo "Node 24 is missing here: run script/setup first." >&2
    exit 1
  fi
  export PATH
}
