CREATE USER athleticu PASSWORD 'stride';
