/** Id of the search field of a page, which the slash key goes to. One page has at most one. */
export const searchFieldId = 'page-search';
