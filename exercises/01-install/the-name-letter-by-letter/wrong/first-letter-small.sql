-- feedback: different-cells
CREATE DATABASE "clubArchive";
