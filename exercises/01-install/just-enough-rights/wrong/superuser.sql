-- feedback: superuser
CREATE ROLE timekeeper LOGIN SUPERUSER;
