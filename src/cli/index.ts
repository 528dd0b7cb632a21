export { buildProgram, runProgram } from './program.ts';
