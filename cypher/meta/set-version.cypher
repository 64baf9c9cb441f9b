// Notes that the graph has changed. Runs last in every writing transaction, so that its lock is held for the shortest time.
// Parameters: $version, a text that was never used before.
// Cost: one node.
MERGE (m:Meta {id: 'data'}) SET m.version = $version
