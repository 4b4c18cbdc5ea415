-- feedback: two-databases
CREATE DATABASE ClubArchive;
CREATE DATABASE "ClubArchive";
