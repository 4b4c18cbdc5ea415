SELECT clubs.name, clubs.city FROM clubs ORDER BY city DESC;
