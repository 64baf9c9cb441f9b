// Makes the embedded engine put everything before it on the disk: it does so at a commit, not by the clock.
// Parameters: $at, the time as an ISO string.
// Cost: one node.
MERGE (m:Meta {id: 'sync'}) SET m.at = $at
