-- feedback: superuser
CREATE ROLE athleticu LOGIN;
ALTER ROLE athleticu SUPERUSER;
