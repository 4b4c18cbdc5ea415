CREATE ROLE Athleticu;
ALTER ROLE athleticu LOGIN;
ALTER USER athleticu PASSWORD 'stride';
