/** How surveys ask for the answer that a net promoter score is made of: whether somebody would recommend, with the scale beside it, or by the score's name. */
export const likelyToRecommend = /\brecommend.*\b0\s*(?:-|–|to)\s*10\b|\bnet promoter\b|\bnps\b/i;
