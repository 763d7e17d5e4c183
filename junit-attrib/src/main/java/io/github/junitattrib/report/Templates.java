package io.github.junitattrib.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;

/** The HTML templates of src/main/jte, compiled at build time into this package. */
final class Templates {

    // Class directory null: the templates are classes of this jar. Neither the context class loader nor a directory
    // of the user's project can put another template in their place.
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), Templates.class.getPackageName());

    /** In UTF-8, as a page is measured and written for every test. */
    byte[] page(PageView page) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render("page.jte", page, output);
        return output.toByteArray();
    }

    String index(IndexView index) {
        return render("index.jte", index);
    }

    String gate(GateView gates) {
        return render("gate.jte", gates);
    }

    String corpora(CorporaView corpora) {
        return render("corpora.jte", corpora);
    }

    private String render(String template, Object view) {
        TemplateOutput output = new StringOutput();
        engine.render(template, view, output);
        return output.toString();
    }
}
