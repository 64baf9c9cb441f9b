// Takes the marks away when all marked readings were looked at.
// Cost: the marked nodes, by index.
MATCH (w:Withheld {doubtful: true})
REMOVE w.doubtful
