/** As the server has it: said before one waits for its answer. */
export const shortestPassword = 10;
