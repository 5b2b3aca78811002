/* The evening as a plan: its moments in order, each with the minutes it lasts. What is cut makes all behind it earlier. */
(function (trainer) {
  "use strict";

  /**
   * Reads the moments of the page. `full` are the minutes that the author gave, `keep` those that remain when it is cut
   * (null where it may not be); `start` and `length` follow from what is cut.
   */
  function read(boxes) {
    const moments = boxes.map((box, index) => ({
      box, index, full: Number(box.dataset.minutes), keep: "keep" in box.dataset ? Number(box.dataset.keep) : null,
    }));
    lay(moments, []);
    return moments;
  }

  /** Sets when each moment starts and how long it lasts, with those of these indexes cut. */
  function lay(moments, cut) {
    let now = 0;
    for (const moment of moments) {
      moment.start = now;
      moment.length = cut.includes(moment.index) ? moment.keep : moment.full;
      now += moment.length;
    }
  }

  /** The minutes that these cuts save. */
  function won(moments, cut) {
    return cut.reduce((sum, index) => sum + moments[index].full - moments[index].keep, 0);
  }

  /** The index of the moment at a minute; one without minutes is passed at once. */
  function pointed(moments, at) {
    const passed = moments.filter((moment) => moment.start <= at);
    return passed.length ? passed.length - 1 : 0;
  }

  /** The nearest moment with minutes behind this index, or before it where `direction` is -1; undefined at an end. */
  function beside(moments, index, direction) {
    const side = direction > 0 ? moments.slice(index + 1) : moments.slice(0, Math.max(index, 0)).reverse();
    return side.find((moment) => moment.length > 0);
  }

  trainer.plan = { read, lay, won, pointed, beside };
})(window.lok.trainer);
