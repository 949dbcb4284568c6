/** Plain data as bytes: what is kept between two steps of an import travels between threads without being copied twice. */

/** Bytes of a `Data`, as `pack` made them on this server. */
export type Packed<Data> = Uint8Array & { readonly of?: Data };

export function pack<Data>(data: Data): Packed<Data> {
  return new TextEncoder().encode(JSON.stringify(data));
}

export function unpack<Data>(bytes: Packed<Data>): Data {
  return JSON.parse(new TextDecoder().decode(bytes)) as Data;
}
