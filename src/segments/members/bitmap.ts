/** Members as they are kept: a roaring bitmap in its portable format (readable by every implementation). */
export async function toBitmap(profiles: Uint32Array): Promise<Uint8Array> {
  const { RoaringBitmap32, roaringLibraryInitialize } = await import('roaring-wasm');
  await roaringLibraryInitialize();
  const bitmap = new RoaringBitmap32(profiles);
  try {
    bitmap.runOptimize();
    return Uint8Array.from(bitmap.serialize('portable'));
  } finally {
    bitmap.dispose();
  }
}

export async function fromBitmap(bytes: Uint8Array): Promise<Uint32Array> {
  const { RoaringBitmap32, roaringLibraryInitialize } = await import('roaring-wasm');
  await roaringLibraryInitialize();
  const bitmap = RoaringBitmap32.deserialize('portable', bytes);
  try {
    return Uint32Array.from(bitmap.toUint32Array());
  } finally {
    bitmap.dispose();
  }
}
