-- feedback: superuser
CREATE ROLE athleticu LOGIN SUPERUSER PASSWORD 'stride';
