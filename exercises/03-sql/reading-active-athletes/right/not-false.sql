SELECT a.name FROM athletes AS a WHERE a.active IS NOT FALSE;
