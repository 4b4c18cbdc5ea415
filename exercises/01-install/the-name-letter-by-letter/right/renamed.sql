CREATE DATABASE ClubArchive;
ALTER DATABASE clubarchive RENAME TO "ClubArchive";
