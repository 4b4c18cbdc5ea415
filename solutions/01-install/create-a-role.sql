CREATE ROLE athleticu LOGIN PASSWORD 'stride';
