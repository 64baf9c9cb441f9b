// Names that neither name an entity, nor resolve a former id, nor are waited for by a variant. There should be none.
// $limit: how many. Order: key. Cost: every name.
MATCH (n:Name)
WHERE NOT EXISTS { (n)-[]-(:Entity) }
RETURN n.key AS key
ORDER BY key
LIMIT $limit
