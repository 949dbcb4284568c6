/** Where whoever joins by a link comes first, said in the link. Only pages that are named here, so that a link leads nowhere else. */

export type PageToJoinAt = "looking-back";

/** @param url of the invitation */
export function joinAddress(url: string, page: PageToJoinAt | undefined): string {
  return page === undefined ? url : `${url}?to=${page}`;
}

export function pageToJoinAt(address: URLSearchParams): PageToJoinAt | null {
  return address.get("to") === "looking-back" ? "looking-back" : null;
}
