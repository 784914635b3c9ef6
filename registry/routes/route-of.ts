/** A path of the contract, `/v1/packs/{id}`, as the server's router writes it: `/v1/packs/:id`. */
export function routeOf(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}
