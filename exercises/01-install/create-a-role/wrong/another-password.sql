-- feedback: another-password
CREATE ROLE athleticu LOGIN PASSWORD 'Stride';
