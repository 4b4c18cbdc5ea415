-- feedback: no-password
CREATE ROLE athleticu LOGIN;
