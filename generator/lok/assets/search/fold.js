;(function (lunr) {
  "use strict";
  /* Each word with an accent is also found without it. */
  var language = lunr.LANGUAGE;
  function fold(token) {
    var word = token.toString(), bare = word.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
    return bare === word ? token : [token, token.clone(function () { return bare; })];
  }
  lunr.Pipeline.registerFunction(fold, "fold");
  lunr.LANGUAGE = Object.assign(function () {
    language.call(this);
    this.pipeline.before(language.trimmer, fold);
  }, language);
})(self.lunr);
