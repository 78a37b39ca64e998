namespace ActionPlan.Plans;

/// <summary>Names colours as people name the lights of a status: by hue, with white, grey and black.</summary>
internal static class ColourName
{
    /// <summary>The key of the name in the messages: 'red', 'orange', 'yellow', 'green', 'blue', 'purple', 'white', 'grey', 'black'.</summary>
    /// <param name="colour">The colour as 0xRRGGBB.</param>
    public static string Of(int colour)
    {
        var (red, green, blue) = ((colour >> 16) & 255, (colour >> 8) & 255, colour & 255);
        var most = Math.Max(red, Math.Max(green, blue));
        var least = Math.Min(red, Math.Min(green, blue));
        if (most - least < 24)
        {
            return most > 230 ? "white" : most < 60 ? "black" : "grey";
        }

        double range = most - least;
        var hue = most == red ? (green - blue) / range : most == green ? 2 + ((blue - red) / range) : 4 + ((red - green) / range);
        var degrees = ((hue * 60) + 360) % 360;
        return degrees switch
        {
            < 18 or >= 340 => "red",
            < 42 => "orange",
            < 68 => "yellow",
            < 170 => "green",
            < 260 => "blue",
            _ => "purple",
        };
    }
}
