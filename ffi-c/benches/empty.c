/* A program that does nothing: what every program weighs. */

int main(int argument_count, char **arguments) { return argument_count + arguments[0][0]; }
