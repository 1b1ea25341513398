/** Words of the list of targets. */

export const say = {
  shown: (n, all) => (n === all ? `共 ${all} 个` : `列出 ${n} 个，共 ${all} 个`),
};
