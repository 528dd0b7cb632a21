export * as wasm from './code.ts';
export { growMemory, type WasmFunction, wasmFunctions, type WasmMemory, wasmMemory } from './module.ts';
