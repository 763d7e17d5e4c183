package io.github.junitattrib.junit;

import io.github.junitattrib.report.TestCase;
import java.lang.reflect.Method;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Names tests by class, method and number of the invocation: display names may be anything and change. */
final class TestNames {

    private static final Pattern NUMBER = Pattern.compile("#(\\d+)]");
    /** Stands for the life-cycle methods of a class, which belong to no test method. */
    private static final String WHOLE_CLASS = "class";

    private TestNames() {}

    static AttributionLog log(ExtensionContext context, Session session) {
        TestCase test = of(context);
        return new AttributionLog(test, session.reports().page(test));
    }

    static TestCase of(ExtensionContext context) {
        String method = context.getTestMethod().map(Method::getName).orElse(WHOLE_CLASS);
        return new TestCase(
                context.getRequiredTestClass().getName(), method, invocation(context), context.getUniqueId());
    }

    /** The number of the innermost template invocation; 1 for plain tests. */
    private static int invocation(ExtensionContext context) {
        Matcher matcher = NUMBER.matcher(context.getUniqueId());
        int number = 1;
        while (matcher.find()) {
            number = Integer.parseInt(matcher.group(1));
        }
        return number;
    }
}
