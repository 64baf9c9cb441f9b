// Marks that the names, kinds or counts of entities changed, so that servers read the names for `suggest` anew.
// Parameters: $stamp, any text that was not there before.
// Cost: one node.
MERGE (m:Meta {id: 'names'}) SET m.stamp = $stamp
