package io.github.junitattrib.model.hub;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLHandshakeException;

/** Puts failures of disk and network into words, with what mends them whatever server was asked. */
final class Failures {

    private Failures() {}

    /** What happened; many exceptions of the JDK say it by their name alone. */
    static String text(IOException failure) {
        String message = failure.getMessage();
        boolean plain = failure.getClass() == IOException.class
                || failure.getClass().getPackage() == Failures.class.getPackage();
        if (plain && message != null) {
            return message;
        }
        Throwable cause = failure.getCause();
        return failure.getClass().getSimpleName()
                + (message != null ? ": " + message : cause != null ? ": " + cause : "");
    }

    /** Whether it was our own disk. */
    static boolean isLocal(IOException failure) {
        return failure instanceof LocalFileException || failure instanceof FileSystemException;
    }

    /** Whether what arrived is wrong, rather than its way here. */
    static boolean isContent(IOException failure) {
        return failure instanceof UnusableException || failure instanceof ZipException;
    }

    /** What to look at where the network failed. */
    static String networkRemedy(IOException failure) {
        return failure instanceof SSLHandshakeException
                ? "If a proxy opens the traffic, its certificate must be in Java's trust store"
                        + " (-Djavax.net.ssl.trustStore=…)"
                : "Check the network and the proxy (-Dhttps.proxyHost=… -Dhttps.proxyPort=…)";
    }
}
