-- feedback: no-login
CREATE ROLE athleticu PASSWORD 'stride';
