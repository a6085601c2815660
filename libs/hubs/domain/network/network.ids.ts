import { streamOf, type Codec, type NetworkId } from '#kernel';

/** A handle names one network of an installation: opening it twice opens the same one. */
export function networkIdOf(codec: Codec, storeId: string, handle: string): NetworkId {
  const command = codec.commandId(streamOf('network', storeId), 'system:shell', handle);
  return codec.newId(command, 'network', 0) as NetworkId;
}
