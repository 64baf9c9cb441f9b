// How many nodes have withheld readings of which a rejection was undone.
// Cost: these nodes, by index.
MATCH (w:Withheld {doubtful: true})
RETURN count(w) AS nodes
