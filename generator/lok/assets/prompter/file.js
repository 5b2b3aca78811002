/* Saves a table as a file that a spreadsheet opens and a person reads. Nothing leaves this device. */
(function (trainer) {
  "use strict";

  function cell(value) {
    const text = String(value);
    return /[";\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  /** Offers rows of values as a download: columns between semicolons, as a spreadsheet here expects. */
  function saveTable(name, rows) {
    const text = "\ufeff" + rows.map((row) => row.map(cell).join(";") + "\r\n").join("");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    link.download = name + ".csv";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  /** Today on this device, as 2027-01-12. */
  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  }

  Object.assign(trainer, { saveTable, today });
})(window.lok.trainer);
