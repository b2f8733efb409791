/* Compiled behind a generated header: a translation unit may not be empty. */
extern int nothing;
