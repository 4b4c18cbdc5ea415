-- feedback: capitals
CREATE ROLE "Athleticu" LOGIN PASSWORD 'stride';
