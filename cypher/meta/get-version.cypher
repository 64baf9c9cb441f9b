// A text that changes with every change of the graph; no row when nothing was ever written.
// Cost: one node by its id.
MATCH (m:Meta {id: 'data'})
RETURN m.version AS version
